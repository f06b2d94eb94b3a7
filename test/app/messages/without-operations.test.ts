import { describe, expect, test } from 'vitest';
import { channelsFor, openChannels } from '../../../src/app/messages/open-channels.ts';
import type { App } from '../../../src/app/open-app.ts';
import type { ChannelPlan } from '../../../src/model/plan/settings.ts';
import { openWorld } from '../../support/world.ts';

const STAFF: ChannelPlan = {
  ...{ name: 'staff', by: 'email', audience: 'staff', from: 'a@example.org', to: ['naering@example.org'] },
  indicators: ['job-growth'],
};
const OPERATIONS: ChannelPlan = { ...STAFF, name: 'operations', audience: 'operations', to: ['drift@example.org'] };
const NOBODY: ChannelPlan = { ...OPERATIONS, to: [] };

/** The channels that hear of a trouble, and of a change of an indicator that the channel of staff is not for. */
async function heard(channels: readonly ChannelPlan[], withoutOperations?: 'staff' | 'log') {
  const world = await openWorld();
  return world.with((app: App) => {
    const { settings, environment } = app;
    const alerts = { ...settings.alerts, channels, ...(withoutOperations && { withoutOperations }) };
    const open = openChannels({
      ...app,
      settings: { ...settings, alerts },
      environment: { ...environment, smtpUrl: 'smtp://localhost:25' },
    });
    return Promise.resolve({
      trouble: channelsFor(open, { kind: 'trouble', subject: 'dataset:employed-total' }),
      change: channelsFor(open, { kind: 'change', subject: 'new-enterprises' }),
    });
  });
}

describe('trouble', () => {
  test('goes to operations and to nobody else where they have a channel in use', async () => {
    expect(await heard([STAFF, OPERATIONS])).toEqual({ trouble: ['log', 'operations'], change: ['log'] });
  });

  test('goes to staff, whatever indicators their channel is for, while operations have no recipient', async () => {
    expect(await heard([STAFF, NOBODY])).toEqual({ trouble: ['log', 'staff'], change: ['log'] });
  });

  test('stays in the log where the settings say so', async () => {
    expect((await heard([STAFF, NOBODY], 'log')).trouble).toEqual(['log']);
  });
});
