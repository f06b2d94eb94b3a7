import type { StartBeside } from './daemon.ts';
import { writePage } from '../show/write-page.ts';

/** Brings the page up to date when the service starts: the first time, and after an upgrade or a change of settings. */
export const showPage: StartBeside = ({ app }) => {
  writePage(app);
  return Promise.resolve(() => Promise.resolve());
};
