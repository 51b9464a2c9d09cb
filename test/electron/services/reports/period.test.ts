import { describe, expect, it } from 'vitest';

import { spanOf } from '#services/reports/period.ts';

describe('days that a period in words covers', () => {
  it.each([
    ['1er semestre 2017', '2017-01-01', '2017-06-30'],
    ['2e semestre 2017', '2017-07-01', '2017-12-31'],
    ['2017-T3', '2017-07-01', '2017-09-30'],
    ['4e trimestre 2017', '2017-10-01', '2017-12-31'],
    ['Septembre 2017', '2017-09-01', '2017-09-30'],
    ['courant février 2024', '2024-02-01', '2024-02-29'],
    ['mi-année 2017', '2017-06-01', '2017-06-30'],
    ['fin 2017', '2017-12-01', '2017-12-31'],
    ['2017', '2017-01-01', '2017-12-31'],
    ['first half of 2017', '2017-01-01', '2017-06-30'],
    ['third quarter 2017', '2017-07-01', '2017-09-30'],
    ['August 2017', '2017-08-01', '2017-08-31'],
  ])('%s', (words, fromOn, toOn) => {
    expect(spanOf(words)).toEqual({ fromOn, toOn });
  });

  it.each(['bientôt', '', 'le 12 mai'])('knows nothing of « %s »', (words) => {
    expect(spanOf(words)).toBeNull();
  });
});
