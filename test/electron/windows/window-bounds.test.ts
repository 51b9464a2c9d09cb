import { describe, expect, it } from 'vitest';

import { minimumSize, windowBounds } from '#windows/window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const projector = { x: 1920, y: 0, width: 1280, height: 720 };
const state = { x: 100, y: 80, width: 1400, height: 900, isMaximized: false };

describe('where the window opens', () => {
  it('is the usual size the first time, wherever the system likes', () => {
    expect(windowBounds(null, [laptop])).toEqual({ width: 1280, height: 800 });
  });

  it('is where it was', () => {
    expect(windowBounds(state, [laptop])).toEqual({ x: 100, y: 80, width: 1400, height: 900 });
    const onProjector = { ...state, x: 2000, width: 1200, height: 700 };
    expect(windowBounds(onProjector, [laptop, projector])).toMatchObject({ x: 2000, width: 1200 });
  });

  it('is on a screen that exists when the projector was unplugged', () => {
    const bounds = windowBounds({ ...state, x: 2000 }, [laptop]);
    expect(bounds).toEqual({ width: 1400, height: 900 });
  });

  it('is never larger than the screen nor smaller than the page needs', () => {
    expect(windowBounds({ ...state, width: 9000, height: 9000 }, [laptop])).toMatchObject({
      width: 1920,
      height: 1040,
    });
    expect(windowBounds({ ...state, width: 10, height: 10, x: 0, y: 0 }, [laptop])).toMatchObject(
      minimumSize,
    );
  });
});
