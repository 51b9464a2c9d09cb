import type { MatchBasis, SegmentLink } from '#contract/event.channels.ts';

import { wordsOf } from './words.ts';

/** A need or an offer, as far as matching looks at it. */
export interface Text {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly segmentId: string | null;
}

export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

interface Indexed<T extends Text> {
  readonly text: T;
  /** Weight of each stem: the title's count twice. */
  readonly stems: ReadonlyMap<string, number>;
  readonly written: ReadonlyMap<string, string>;
}

export interface ScoredPair<N extends Text, O extends Text> {
  readonly need: N;
  readonly offer: O;
  readonly score: number;
  readonly basis: Omit<MatchBasis, 'buyerWish' | 'companyWish'>;
}

const IN_TITLE = 2;
/** Words in more than this part of all texts say nothing of one of them. */
const COMMON_PART = 0.3;
const COMMON_LEAST = 4;
const SEGMENT_SHARE = 0.3;
/** Texts are short: half of the telling words in common is as good as it gets. */
const WORDS_FULL_AT = 0.5;
const WORDS_SHOWN = 6;

const SEGMENT_WORTH: Readonly<Record<SegmentLink, number>> = {
  same: 1,
  offerNarrower: 0.8,
  offerBroader: 0.7,
  sibling: 0.3,
  none: 0,
};

function indexed<T extends Text>(text: T): Indexed<T> {
  const title = wordsOf(text.title);
  const written = new Map([...wordsOf(text.description ?? ''), ...title]);
  const stems = new Map([...written.keys()].map((stem) => [stem, title.has(stem) ? IN_TITLE : 1]));
  return { text, stems, written };
}

/** How the segment of an offer stands to the segment of a need. */
export function segmentLink(
  segments: ReadonlyMap<string, Segment>,
  need: string | null,
  offer: string | null,
): SegmentLink {
  if (need === null || offer === null) return 'none';
  if (need === offer) return 'same';
  const parentOf = (id: string): string | null => segments.get(id)?.parentId ?? null;
  const isWithin = (id: string, ancestor: string): boolean => {
    const seen = new Set<string>();
    for (let at = parentOf(id); at !== null && !seen.has(at); at = parentOf(at)) {
      if (at === ancestor) return true;
      seen.add(at);
    }
    return false;
  };
  if (isWithin(offer, need)) return 'offerNarrower';
  if (isWithin(need, offer)) return 'offerBroader';
  const parent = parentOf(need);
  return parent !== null && parent === parentOf(offer) ? 'sibling' : 'none';
}

/**
 * Needs and offers held against one another: a share of the score for their segments, the rest for the
 * telling words that both use, rare words counting more (inverse document frequency, cosine).
 */
export class Matcher<N extends Text, O extends Text> {
  readonly #needs: readonly Indexed<N>[];
  readonly #offers: readonly Indexed<O>[];
  readonly #segments: ReadonlyMap<string, Segment>;
  readonly #rarity = new Map<string, number>();
  /** Offers by stem, to look only at those that share one. */
  readonly #byStem = new Map<string, number[]>();
  readonly #lengths = new Map<string, number>();

  constructor(needs: readonly N[], offers: readonly O[], segments: readonly Segment[]) {
    this.#needs = needs.map(indexed);
    this.#offers = offers.map(indexed);
    this.#segments = new Map(segments.map((segment) => [segment.id, segment]));
    this.#countRarity();
    this.#offers.forEach(({ stems }, index) => {
      for (const stem of stems.keys()) {
        if (!this.#rarity.has(stem)) continue;
        const known = this.#byStem.get(stem);
        if (known === undefined) this.#byStem.set(stem, [index]);
        else known.push(index);
      }
    });
    for (const { text, stems } of [...this.#needs, ...this.#offers]) {
      this.#lengths.set(text.id, this.#lengthOf(stems));
    }
  }

  #countRarity(): void {
    const texts: readonly Indexed<Text>[] = [...this.#needs, ...this.#offers];
    const seenIn = new Map<string, number>();
    for (const { stems } of texts) {
      for (const stem of stems.keys()) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1);
    }
    const tooCommon = Math.max(COMMON_LEAST, COMMON_PART * texts.length);
    for (const [stem, count] of seenIn) {
      if (count <= tooCommon) this.#rarity.set(stem, Math.log(1 + texts.length / count));
    }
  }

  #lengthOf(stems: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const [stem, weight] of stems) sum += (weight * (this.#rarity.get(stem) ?? 0)) ** 2;
    return Math.sqrt(sum);
  }

  /** One pair's score and why. */
  #scored(need: Indexed<N>, offer: Indexed<O>): ScoredPair<N, O> {
    const common: { stem: string; product: number }[] = [];
    for (const [stem, weight] of need.stems) {
      const rarity = this.#rarity.get(stem);
      const other = offer.stems.get(stem);
      if (rarity === undefined || other === undefined) continue;
      common.push({ stem, product: weight * other * rarity ** 2 });
    }
    common.sort((a, b) => b.product - a.product || a.stem.localeCompare(b.stem));
    const lengths =
      (this.#lengths.get(need.text.id) ?? 0) * (this.#lengths.get(offer.text.id) ?? 0);
    const cosine =
      lengths === 0 ? 0 : common.reduce((sum, { product }) => sum + product, 0) / lengths;
    const segment = segmentLink(this.#segments, need.text.segmentId, offer.text.segmentId);
    const words = Math.min(1, cosine / WORDS_FULL_AT);
    const nameOf = (id: string | null): string | null =>
      id === null ? null : (this.#segments.get(id)?.name ?? null);
    return {
      need: need.text,
      offer: offer.text,
      score:
        Math.round(100 * (SEGMENT_SHARE * SEGMENT_WORTH[segment] + (1 - SEGMENT_SHARE) * words)) /
        100,
      basis: {
        segment,
        segmentName: nameOf(need.text.segmentId),
        offerSegmentName: nameOf(offer.text.segmentId),
        words: common.slice(0, WORDS_SHOWN).map(({ stem }) => need.written.get(stem) ?? stem),
      },
    };
  }

  /** Every pair that reaches the score, in no particular order. */
  *pairs(minScore: number): Generator<ScoredPair<N, O>> {
    // Below the share of the segments, sharing no word does not keep a pair out.
    const looksAtAll = minScore <= SEGMENT_SHARE;
    for (const need of this.#needs) {
      const near = new Set<number>(looksAtAll ? this.#offers.keys() : []);
      if (!looksAtAll) {
        for (const stem of need.stems.keys()) {
          for (const offer of this.#byStem.get(stem) ?? []) near.add(offer);
        }
      }
      for (const index of near) {
        const offer = this.#offers[index];
        if (offer === undefined) continue;
        const pair = this.#scored(need, offer);
        if (pair.score >= minScore) yield pair;
      }
    }
  }

  /** One pair, whatever its score; null when either is not among the texts. */
  pair(needId: string, offerId: string): ScoredPair<N, O> | null {
    const need = this.#needs.find(({ text }) => text.id === needId);
    const offer = this.#offers.find(({ text }) => text.id === offerId);
    return need === undefined || offer === undefined ? null : this.#scored(need, offer);
  }
}
