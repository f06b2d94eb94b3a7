/**
 * The counties of today and the codes they have had since 2002, written as the municipalities are. Source: Klass 104.
 * Viken, Vestfold og Telemark and Troms og Finnmark (2020-2023) were larger than the counties of today, so those years are
 * left out. The older counties cover today's but for a few municipalities that changed county.
 */
export const COUNTIES = `
03 Oslo: 03; 11 Rogaland: 11; 15 Møre og Romsdal: 15; 18 Nordland = Nordland - Nordlánnda: 18;
31 Østfold: 31 2024-, 01 -2019; 32 Akershus: 32 2024-, 02 -2019; 33 Buskerud: 33 2024-, 06 -2019;
34 Innlandet: 34 2020-, 04+05 -2019; 39 Vestfold: 39 2024-, 07 -2019; 40 Telemark: 40 2024-, 08 -2019;
42 Agder: 42 2020-, 09+10 -2019; 46 Vestland: 46 2020-, 12+14 -2019;
50 Trøndelag = Trøndelag - Trööndelage: 50 2018-, 16+17 -2017; 55 Troms = Troms - Romsa - Tromssa: 55 2024-, 19 -2019;
56 Finnmark = Finnmark - Finnmárku - Finmarkku: 56 2024-, 20 -2019;
`;
