import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/model/language.ts';
import { SETTINGS } from './cli.ts';

export interface AlertChanges {
  readonly quiet?: boolean;
  readonly remindEveryDays?: number;
  readonly payload?: 'json' | 'teams' | 'slack';
  readonly language?: Language;
}

/** The settings in a folder of the test, with recipients for both e-mail channels. Gives the folder. */
export function alertConfig(folder: string, changes: AlertChanges = {}): string {
  const { quiet = false, remindEveryDays = 0, payload = 'json', language = 'nb' } = changes;
  const config = join(folder, 'config');
  cpSync(SETTINGS, config, { recursive: true });
  const file = join(config, 'alerts.yaml');
  const [staff = '', operations = ''] = readFileSync(file, 'utf8').split('  - name: operations');
  const edited = [
    withRecipient(quiet ? staff : staff.replace(/^ +quietHours: .*$/m, ''), 'naering@example.org'),
    withRecipient(operations, 'drift@example.org').replace('everyDays: 0', `everyDays: ${remindEveryDays}`),
  ].join('  - name: operations');
  writeFileSync(
    file,
    edited.replace('payload: json', `payload: ${payload}`).replace('language: nb', `language: ${language}`),
  );
  return config;
}

function withRecipient(text: string, address: string): string {
  return text.replace('to: []', `to: [${address}]`);
}
