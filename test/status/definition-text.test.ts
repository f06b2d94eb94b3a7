import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import { canonicalJson, definitionText, peersText } from '../../src/status/definition-text.ts';
import {
  buildCounty,
  buildDefinition,
  buildGeography,
  buildMunicipality,
  buildPeerGroup,
} from '../support/builders.ts';
import { INPUT, OWN } from '../support/builders.ts';

const GROUP = buildPeerGroup({ North: ['0201', '0202'], South: ['0301'] });
const DEFINITION = buildDefinition({ peers: 'rivals' });
const TEXT = definitionText(DEFINITION, buildGeography(GROUP));

describe('definitionText', () => {
  it.each<[string, Partial<IndicatorDefinition>]>([
    ['rule', { rule: { id: 'annual-change', direction: 'decrease', tolerance: { absolute: 0 } } }],
    ['tolerance', { rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0.1 } } }],
    ['measure', { measure: 'gap' }],
    ['step', { step: { unit: 'year', count: 2 } }],
    ['terms', { inputs: [{ ...INPUT, terms: [{ Trade: ['a'] }] }] }],
    ['order of inputs', { inputs: [{ ...INPUT, dataset: 'other' }, INPUT] }],
    ['number of required peers', { requiredPeers: 2 }],
  ])('differs with the %s', (_title, fields) => {
    expect(definitionText({ ...DEFINITION, ...fields }, buildGeography(GROUP))).not.toBe(TEXT);
  });

  it.each([
    ['members of a peer group', buildGeography(buildPeerGroup({ North: ['0201'], South: ['0301'] }))],
    ['regions that members belong to', buildGeography(buildPeerGroup({ North: ['0201'], South: ['0202', '0301'] }))],
    ['adoption of the peer group', buildGeography(buildPeerGroup({ North: ['0201', '0202'], South: ['0301'] }, false))],
    ['codes of the own municipality', buildGeography(GROUP, [buildMunicipality(OWN, { codes: [{ code: '9' }] })])],
    ['codes of a peer', buildGeography(GROUP, [buildMunicipality('0201', { codes: [{ code: '9' }] })])],
    ['codes of a county', buildGeography(GROUP, [buildCounty('02', [{ code: '9' }])])],
  ])('differs with the %s', (_title, geography) => {
    expect(definitionText(DEFINITION, geography)).not.toBe(TEXT);
  });

  it('does not differ with wording, unit or decimals shown', () => {
    const inputs = [{ ...INPUT, unit: 'andre', unitEn: 'other', decimals: 4 }];
    expect(definitionText({ ...DEFINITION, title: 'Nytt', ambition: 'Nytt', inputs }, buildGeography(GROUP))).toBe(
      TEXT,
    );
  });

  it('does not differ with what is said in the words of the municipality', () => {
    const said = { meaning: 'Nytt', meaningEn: 'New', shortTitle: 'Nytt', notMeasured: 'Nytt', notMeasuredEn: 'New' };
    const inputs = [{ ...INPUT, unitInWords: 'nytt', unitInWordsEn: 'new', meaning: 'Nytt' }];
    expect(definitionText({ ...DEFINITION, ...said, inputs }, buildGeography(GROUP))).toBe(TEXT);
  });

  it('does not differ with the order of regions and members', () => {
    const group = buildPeerGroup({ South: ['0301'], North: ['0202', '0201'] });
    expect(definitionText(DEFINITION, buildGeography(group))).toBe(TEXT);
  });

  it('does not differ with places that are not involved', () => {
    const geography = buildGeography(GROUP);
    const wider = { ...geography, municipalities: [...geography.municipalities, buildMunicipality('1103')] };
    expect(definitionText(DEFINITION, wider)).toBe(TEXT);
    expect(definitionText(DEFINITION, { ...geography, counties: [...geography.counties, buildCounty('11')] })).toBe(
      TEXT,
    );
  });

  it('does not differ with a peer group the definition does not name', () => {
    const others = { ...GROUP, id: 'others' };
    const geography = buildGeography(GROUP);
    expect(definitionText(DEFINITION, { ...geography, peerGroups: [others, GROUP] })).toBe(TEXT);
    const alone = buildDefinition();
    expect(definitionText(alone, geography)).toBe(definitionText(alone, { ...geography, peerGroups: [] }));
  });

  it('is JSON with its keys in order', () => {
    expect(Object.keys(JSON.parse(TEXT) as object)).toEqual([
      'inputs',
      'measure',
      'own',
      'peers',
      'places',
      'rule',
      'step',
    ]);
  });
});

describe('peersText', () => {
  const others = { ...buildPeerGroup({ West: ['0401'] }), id: 'others' };
  const geography = { ...buildGeography(GROUP), peerGroups: [others, GROUP] };

  it('is of the group that is named, and of nobody without one', () => {
    expect(peersText(DEFINITION, geography)).toBe(
      '{"confirmed":true,"id":"rivals","regions":[{"id":"north","members":["0201","0202"]},{"id":"south","members":["0301"]}]}',
    );
    expect(peersText(buildDefinition(), geography)).toBeNull();
    expect(peersText({ ...DEFINITION, peers: 'nobody' }, geography)).toBeNull();
  });
});

it('keys stand in order, and those without a value are left out', () => {
  expect(canonicalJson({ c: 1, a: [{ z: null, y: undefined, b: 2 }], b: 'x' })).toBe(
    '{"a":[{"b":2,"z":null}],"b":"x","c":1}',
  );
});
