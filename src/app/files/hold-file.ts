import { userInfo } from 'node:os';
import { gzipSync } from 'node:zlib';
import type { FileQuestion } from '../../model/data/file-question.ts';
import { questionSentence } from '../../words/question/question-sentence.ts';
import { PipelineError } from '../../model/errors.ts';
import { recordHeldFile } from '../../store/read/held-files.ts';
import { handlingTextsOf } from '../../words/file/language.ts';
import type { App } from '../open-app.ts';
import { recordTrouble } from '../messages/raise-notices.ts';
import type { TroubleSubject } from '../messages/trouble-subject.ts';
import type { HandedIn, ReadFile } from './read-handed-in.ts';

/** Who acts: the user of this process. */
export function thisUser(): string {
  return userInfo().username;
}

/** Apart from the dataset itself, which may be in trouble of its own. */
export function troubleOf({ kind }: Pick<HandedIn, 'kind'>): TroubleSubject {
  return `file:${kind}-file`;
}

/** Keeps a file that there are questions about, and notes the trouble; gives the `publication-quarantined` to throw. */
export function holdFile(
  app: App,
  { kind, name, sha256, action, bytes }: ReadFile,
  questions: readonly FileQuestion[],
): PipelineError {
  const { language } = app.settings.plan;
  const findings = questions.map((question) => questionSentence(question, language));
  recordHeldFile(app.store, {
    datasetId: kind,
    name,
    sha256,
    action,
    findings,
    body: gzipSync(bytes),
    heldAt: app.clock.now().toISOString(),
    handedInBy: thisUser(),
  });
  const words = handlingTextsOf(app.settings.plan.language);
  const error = new PipelineError(
    'publication-quarantined',
    `${words.held(name)}${findings.map((one) => `\n- ${one}`).join('')}`,
    {
      hint: words.heldHint(name),
      context: { file: name, questions: findings.length },
    },
  );
  recordTrouble(app, troubleOf({ kind }), { kind: 'file-held', file: kind, name, questions });
  return error;
}
