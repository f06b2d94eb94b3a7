/** `report.yaml` of a new folder: whom readers can ask and where the plan is, which people are to write. */
export function reportText(): string {
  return [
    '# yaml-language-server: $schema=schema/report.schema.json',
    '',
    '# Whom page and messages name for questions about the figures: a name, and `email`, `phone` or both.',
    'contact: null # to be decided, such as { name: Næringsavdelingen, email: naering@example.org }',
    '# Where the plan itself can be read, with http:// or https://.',
    'planDocument: null # to be decided',
    '',
  ].join('\n');
}
