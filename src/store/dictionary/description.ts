/** What a table or column holds, in bokmål and in English. */
export type Description = readonly [no: string, en: string];

export type Descriptions = Readonly<Record<string, Description>>;
