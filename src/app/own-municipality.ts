import { findPlace } from '../model/place.ts';
import type { Settings } from '../model/settings.ts';
import { findInstallation, type OwnMunicipality, recordInstallation } from '../store/installation.ts';
import type { App } from './open-app.ts';

/** The municipality of the settings, with every code it has or has had. */
export function municipalityOfSettings({ plan, geography }: Pick<Settings, 'plan' | 'geography'>): OwnMunicipality {
  const { code, name } = plan.municipality;
  const codes = findPlace(geography, 'municipality', code)?.codes.map((validity) => validity.code) ?? [];
  return { code, name, codes: [...new Set([code, ...codes])] };
}

/** Records whose database this is, the first time it is written to. */
export function recordOwnMunicipality({ store, settings, clock }: Pick<App, 'store' | 'settings' | 'clock'>): void {
  if (findInstallation(store) !== null) return;
  recordInstallation(store, municipalityOfSettings(settings), clock.now().toISOString());
}
