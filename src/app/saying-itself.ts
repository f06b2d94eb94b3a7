import type { Logger } from '../platform/logger.ts';
import type { App } from './open-app.ts';

/** What a command that reports changes of status prints itself. */
const PRINTED: readonly unknown[] = ['status-change'];

/**
 * The application for a command that prints which statuses have changed: the log says it only where it is asked for
 * everything (LOG_LEVEL=debug), so that each thing is said once.
 */
export function sayingItself(app: App): App {
  return { ...app, logger: withoutPrinted(app.logger) };
}

function withoutPrinted(logger: Logger): Logger {
  const at =
    (level: 'info' | 'warn'): Logger['info'] =>
    (fields, message) => {
      if (PRINTED.includes(fields['event'])) logger.debug(fields, message);
      else logger[level](fields, message);
    };
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: at('info'),
    warn: at('warn'),
    error: (fields, message) => logger.error(fields, message),
    child: (fields) => withoutPrinted(logger.child(fields)),
  };
}
