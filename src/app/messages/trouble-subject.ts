/** The subject of a trouble alert: a kind and a name, so that nothing in trouble is taken for an indicator. */
export type TroubleSubject =
  `${'dataset' | 'file' | 'service' | 'settings' | 'symbol' | 'table' | 'work' | 'zero'}:${string}`;
