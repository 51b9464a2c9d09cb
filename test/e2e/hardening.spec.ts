import { callMain } from './doors.ts';
import { expect, test } from './fixtures.ts';

const pageUrl = 'app://rapporteur/';

test('the page has no part of Node or Electron', async ({ page }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', '__dirname', 'global', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
});

test('the preload gives the page exactly the declared bridge', async ({ page }) => {
  const surface = await page.evaluate(() => {
    const bridge: unknown = Reflect.get(window, 'rapporteur');
    return {
      members: Object.entries(Object(bridge)).map(([name, value]) => [name, typeof value]),
      isReplaceable:
        Reflect.set(window, 'rapporteur', 'other') && Reflect.get(window, 'rapporteur') === 'other',
      isFrozen: Object.isFrozen(bridge),
    };
  });
  expect(surface.members.sort()).toEqual([
    ['call', 'function'],
    ['connectStore', 'function'],
    ['dropFile', 'function'],
    ['on', 'function'],
  ]);
  expect(surface.isReplaceable).toBe(false);
});

test('the window runs with the locked-down options', async ({ app, page }) => {
  await expect.poll(() => page.url()).toContain(pageUrl);
  const options = await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    // Not in the typings, but the only place that tells what the page really runs with.
    const asked = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const all = asked.getLastWebPreferences();
    return Object.fromEntries(
      [
        'sandbox',
        'contextIsolation',
        'nodeIntegration',
        'nodeIntegrationInSubFrames',
        'webviewTag',
        'webSecurity',
        'allowRunningInsecureContent',
      ].map((name) => [name, all[name]]),
    );
  });
  expect(options).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  });
});

test('every answer of app:// carries the policy, and each loading its own nonce', async ({
  page,
}) => {
  const headers = async (path: string): Promise<Record<string, string>> =>
    page.evaluate(async (url) => Object.fromEntries((await fetch(url)).headers), path);
  const first = await headers(pageUrl);
  const second = await headers(pageUrl);
  const missing = await headers(`${pageUrl}missing.js`);
  for (const answer of [first, second, missing]) {
    const policy = answer['content-security-policy'] ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "frame-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "connect-src 'self'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toContain('unsafe-eval');
    expect(answer['x-content-type-options']).toBe('nosniff');
    expect(answer['cross-origin-opener-policy']).toBe('same-origin');
    expect(answer['permissions-policy']).toContain('camera=()');
  }
  expect(first['content-security-policy']).not.toBe(second['content-security-policy']);
});

test('no script runs but the program’s own files', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      violated.push(effectiveDirective);
    });
    const ran: string[] = [];
    Object.assign(window, { ran });
    const script = document.createElement('script');
    script.textContent = "window.ran.push('inline')";
    document.head.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', "window.ran.push('attribute')");
    button.click();
    const blob = document.createElement('script');
    blob.src = URL.createObjectURL(
      new Blob(["window.ran.push('blob')"], { type: 'text/javascript' }),
    );
    const data = document.createElement('script');
    data.src = "data:text/javascript,window.ran.push('data')";
    await Promise.all(
      [blob, data].map(
        (element) =>
          new Promise((settled) => {
            element.addEventListener('error', settled);
            element.addEventListener('load', settled);
            document.head.append(element);
          }),
      ),
    );
    return { ran, violated };
  });
  expect(outcome.ran).toEqual([]);
  expect(outcome.violated).toContain('script-src-elem');
  expect(outcome.violated).toContain('script-src-attr');
});

test('text is never run as code', async ({ page }) => {
  const refused = await page.evaluate(async () => {
    const attempt = (run: () => unknown): string => {
      try {
        return String(run());
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    // What a test evaluates is excused from the policy; what the page does later is not.
    await new Promise((later) => {
      setTimeout(later);
    });
    // Reached through names, so that this test itself is not rewritten by a tool.
    const evaluate: (code: string) => unknown = Reflect.get(window, 'eval');
    const makeFunction: (code: string) => () => unknown = Reflect.get(window, 'Function') as never;
    return [attempt(() => evaluate('6 * 7')), attempt(() => makeFunction('return 6 * 7')())];
  });
  expect(refused).toEqual(['EvalError', 'EvalError']);
});

test('app:// gives out nothing but the page’s own files', async ({ app, page }) => {
  await expect.poll(() => page.url()).toContain(pageUrl);
  const statuses = await app.evaluate(
    async ({ session }, addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const answer = await session.defaultSession.fetch(address).catch(() => null);
          return answer?.status ?? 0;
        }),
      ),
    [
      'app://rapporteur/',
      'app://rapporteur/any/screen',
      'app://rapporteur/../main/main.js',
      'app://rapporteur/%2e%2e/main/main.js',
      'app://rapporteur/..%2fmain%2fmain.js',
      'app://rapporteur/assets/..%2f..%2f..%2fpackage.json',
      'app://rapporteur/..%5cmain%5cmain.js',
      'app://rapporteur//etc/passwd.txt',
      'app://rapporteur/%00index.html',
      'app://rapporteur/index.html%00.js',
      'app://other/index.html',
      'app://print/anything',
    ],
  );
  expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404]);
});

test('every permission is denied', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const attempt = (ask: () => Promise<unknown>): Promise<string> =>
      ask().then(
        (value) => String(value),
        () => 'refused',
      );
    const states = await Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(
        (name) =>
          attempt(async () => {
            // The typings know fewer names than the browser.
            const status = await navigator.permissions.query({ name: name as PermissionName });
            return status.state;
          }),
      ),
    );
    return {
      states,
      media: await attempt(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await attempt(() => navigator.mediaDevices.getDisplayMedia()),
      notice: await attempt(() => Notification.requestPermission()),
      clipboard: await attempt(() => navigator.clipboard.readText()),
      place: await attempt(
        () =>
          new Promise((found, failed) => {
            navigator.geolocation.getCurrentPosition(found, failed);
          }),
      ),
    };
  });
  expect(answers).toEqual({
    states: Array.from({ length: 6 }, () => 'denied'),
    media: 'refused',
    screen: 'refused',
    notice: 'denied',
    clipboard: 'refused',
    place: 'refused',
  });
});

test('the page works within its own rules: it breaks none while it is used', async ({
  page,
  complaints,
}) => {
  await callMain(page, 'store:openExample', {});
  for (const screen of ['', 'actors', 'sub-groups', 'reports', 'journal', 'settings']) {
    await page.goto(`${pageUrl}${screen}`);
    await page.waitForFunction(() => document.querySelector('#root')?.childElementCount !== 0);
  }
  expect(complaints).toEqual([]);
});
