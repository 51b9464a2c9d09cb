import type { TextPlace } from '#contract/edition.views.ts';
import { textPlaces } from '#contract/edition.views.ts';

import { sha256 } from './snapshots.ts';
import type { Edition } from './snapshots.ts';

export interface KeptText {
  readonly sectionKey: string;
  readonly place: TextPlace;
  readonly richText: string;
}

const keyOfText = (sectionKey: string, place: TextPlace): string => `${place}:${sectionKey}`;

/** The texts of an edition, by where they stand. */
export function readTexts({ texts }: Pick<Edition, 'texts'>): KeptText[] {
  return Object.entries(texts).flatMap(([key, richText]) => {
    const place = textPlaces.find((known) => key.startsWith(`${known}:`));
    if (place === undefined) return [];
    return [{ sectionKey: key.slice(place.length + 1), place, richText }];
  });
}

/** The texts with one of them set, or taken out where it is null. */
export function withText(
  { texts }: Pick<Edition, 'texts'>,
  sectionKey: string,
  place: TextPlace,
  richText: string | null,
): Record<string, string> {
  const key = keyOfText(sectionKey, place);
  const { [key]: _previous, ...others } = texts;
  return richText === null ? others : { ...others, [key]: richText };
}

/** Tells one state of an edition from another: data, title, texts and arrangement. */
export function fingerprintOf(edition: Edition, dataSha256: string): string {
  const texts = Object.entries(edition.texts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([dataSha256, edition.title, edition.arrangement, texts]));
}
