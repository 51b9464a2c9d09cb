/** True when windows can be shown on this machine. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Wraps a command so that it finds a display: the real one, or Xvfb's. */
export function withDisplay(command, args) {
  if (hasDisplay()) return [command, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...args]];
}

/**
 * Switches Electron needs here. Root cannot use Chromium's sandbox; only then is it left out.
 * `windowless`: for printing where there is no display (frameless, offscreen windows only).
 */
export function electronSwitches({ windowless = false } = {}) {
  const switches = [];
  if (process.platform === 'linux' && process.getuid() === 0) switches.push('--no-sandbox');
  if (windowless && !hasDisplay()) switches.push('--headless=new');
  return switches;
}
