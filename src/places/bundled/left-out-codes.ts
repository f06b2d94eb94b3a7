/**
 * Former codes whose area lies in a municipality or county of today, wholly or in part, and that its history leaves out: it
 * was divided, and what was joined by a part of it has no figures of its own before. Written as histories are.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  '1508': '1507(Ålesund) 2020-2023',
  '1580': '1507(Ålesund) 2020-2023',
  '1806': '1805(Narvik) -2019, 1850(Tysfjord) -2019, 1854(Ballangen) -2019',
  '1875': '1849(Hamarøy) -2019, 1850(Tysfjord) -2019',
  '5055':
    '1571(Halsa) -2019, 5011(Hemne) 2018-2019, 5012(Snillfjord) 2018-2019, 1612(Hemne) -2017, 1613(Snillfjord) -2017',
  '5056': '5012(Snillfjord) 2018-2019, 5013(Hitra) 2018-2019, 1613(Snillfjord) -2017, 1617(Hitra) -2017',
  '5059':
    '5012(Snillfjord) 2018-2019, 5016(Agdenes) 2018-2019, 5023(Meldal) 2018-2019, 5024(Orkdal) 2018-2019, ' +
    '1613(Snillfjord) -2017, 1622(Agdenes) -2017, 1636(Meldal) -2017, 1638(Orkdal) -2017',
  '31': '30(Viken) 2020-2023',
  '32': '30(Viken) 2020-2023',
  '33': '30(Viken) 2020-2023',
  '39': '38(Vestfold og Telemark) 2020-2023',
  '40': '38(Vestfold og Telemark) 2020-2023',
  '55': '54(Troms og Finnmark) 2020-2023',
  '56': '54(Troms og Finnmark) 2020-2023',
};
