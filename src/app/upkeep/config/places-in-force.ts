import type { Geography } from '../../../model/data/place.ts';
import { regionsText } from '../../../settings/write/regions-text.ts';
import { openEnvironment, openSettings } from '../../open-settings.ts';

/** Places, and how regions.yaml has them. */
export interface PlacesInForce {
  readonly places: Pick<Geography, 'municipalities' | 'counties'>;
  readonly text: string;
}

/** The own municipality, its peers and their counties, with the codes they have had. Throws `settings-invalid`. */
export function placesInForce(): PlacesInForce {
  const { municipalities, counties } = openSettings(openEnvironment()).geography;
  const places = { municipalities, counties };
  return { places, text: regionsText(places) };
}
