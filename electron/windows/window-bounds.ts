import type { WindowState } from '#platform/settings.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 960, height: 640 };
const usualSize = { width: 1280, height: 800 };
const VISIBLE = 80;

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

/**
 * Where to put the window: where it was, unless no screen shows that place any more (a projector
 * that was unplugged), and never larger than the screen.
 */
export function windowBounds(
  remembered: WindowState | null,
  screens: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } {
  const screen = screens.find((area) => {
    if (remembered === null) return true;
    const shown = overlap(remembered, area);
    return shown.width >= VISIBLE && shown.height >= VISIBLE;
  });
  const wanted = remembered ?? usualSize;
  const room = screen ?? screens[0] ?? { x: 0, y: 0, ...usualSize };
  const size = {
    width: Math.max(minimumSize.width, Math.min(wanted.width, room.width)),
    height: Math.max(minimumSize.height, Math.min(wanted.height, room.height)),
  };
  if (remembered === null || screen === undefined) return size;
  return { x: remembered.x, y: remembered.y, ...size };
}
