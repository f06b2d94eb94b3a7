import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { putFolder, refuseTaken, writeFiles } from '../../../src/app/init/put-folder.ts';
import { temporaryFolder } from '../../support/cli.ts';

function emptyPlace(): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  return path;
}

const fill = (draft: string) => writeFiles(draft, { 'plan.yaml': 'a', 'indicators/one.yaml': 'b' });
const failing = (draft: string) => {
  fill(draft);
  throw new Error('half way');
};

describe('a folder of settings is put', () => {
  test('where nothing is', () => {
    const path = emptyPlace();
    putFolder(join(path, 'plan'), fill);
    expect(readdirSync(path)).toEqual(['plan']);
    expect(readFileSync(join(path, 'plan/indicators/one.yaml'), 'utf8')).toBe('b');
  });

  test('into an empty folder, which stays the one that somebody stands in or has mounted', () => {
    const folder = emptyPlace();
    const before = statSync(folder).ino;
    putFolder(folder, fill);
    expect(statSync(folder).ino).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['indicators', 'plan.yaml']);
  });

  test('into an empty folder that a link leads to', () => {
    const path = emptyPlace();
    mkdirSync(join(path, 'real'));
    symlinkSync('real', join(path, 'link'));
    refuseTaken(join(path, 'link'));
    putFolder(join(path, 'link'), fill);
    expect(readdirSync(join(path, 'real')).sort()).toEqual(['indicators', 'plan.yaml']);
  });

  test.each(['new', 'there'])('or leaves nothing behind, in a folder that is %s', (name) => {
    const path = emptyPlace();
    mkdirSync(join(path, 'there'));
    expect(() => putFolder(join(path, name), failing)).toThrow('half way');
    expect(readdirSync(path)).toEqual(['there']);
    expect(readdirSync(join(path, 'there'))).toEqual([]);
  });
});

test('what somebody writes into the folder meanwhile stays, and nothing else is left there', () => {
  const folder = emptyPlace();
  const meddling = (draft: string) => {
    fill(draft);
    mkdirSync(join(folder, 'plan.yaml/theirs'), { recursive: true });
  };
  expect(() => {
    putFolder(folder, meddling);
  }).toThrow(`${folder} cannot be`);
  expect(readdirSync(folder)).toEqual(['plan.yaml']);
  expect(readdirSync(join(folder, 'plan.yaml'))).toEqual(['theirs']);
});

describe('a folder is refused', () => {
  test('for what it holds, by name', () => {
    const path = emptyPlace();
    for (const name of ['.git', 'a', 'b', 'c', 'd']) writeFileSync(join(path, name), '');
    expect(() => {
      refuseTaken(path);
    }).toThrow(`${path} is there already and is not empty (it holds .git, a, b and 2 more); nothing was written.`);
  });

  test('that has no name', () => {
    expect(() => {
      refuseTaken(' ');
    }).toThrow('The folder has no name.');
  });

  test('for a link that leads nowhere', () => {
    const link = join(emptyPlace(), 'link');
    symlinkSync('gone', link);
    expect(() => {
      refuseTaken(link);
    }).toThrow(`${link} is a link to a folder that is not there; nothing was written.`);
  });
});
