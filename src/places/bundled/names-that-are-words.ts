const NAMES = `
Alta Alver Asker Aure Bokn Bø Fjord Flå Gol Gran Grane Grue Halden Heim Hol Hole Hvaler Hå Kinn Klepp Kvam
Leka Lier Lom Loppa Lund Luster Marker Moss Nes Nome Os Osen Rana Råde Sande Sauda Sel Sola Stad Stange
Steigen Strand Stranda Sula Tana Time Valle Vang Vega Vik Voss Vågan Våler Øygarden Ål Åmot Ås
`;

/** Names of municipalities that are words, or a family's name, as well: alone at the start of a sentence they say nothing. */
export const NAMES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
