import { listen } from './eavesdropper.ts';
import { expect, test } from './fixtures.ts';

const pageUrl = 'app://rapporteur/';

test('the page cannot reach anything outside, by any means it has', async ({ page }) => {
  const spy = await listen();
  await page.evaluate(async (port) => {
    const at = `http://127.0.0.1:${port}`;
    const settled = (start: (done: () => void) => void): Promise<void> => new Promise(start);
    const element = (name: string, attributes: Record<string, string>): Promise<void> =>
      settled((done) => {
        const made = Object.assign(document.createElement(name), attributes);
        for (const end of ['error', 'load']) made.addEventListener(end, () => done());
        document.head.append(made);
      });
    const violations = settled((done) => {
      let left = 2; // of the frame and the beacon, which say nothing themselves
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        const isOurs = effectiveDirective === 'frame-src' || blockedURI.endsWith('/beacon');
        if (isOurs && (left -= 1) === 0) done();
      });
    });
    const socket = settled((done) => {
      const opened = new WebSocket(`ws://127.0.0.1:${port}/socket`);
      for (const end of ['error', 'open']) opened.addEventListener(end, () => done());
    });
    const source = settled((done) => {
      const opened = new EventSource(`${at}/events`);
      for (const end of ['error', 'open']) opened.addEventListener(end, () => done());
    });
    const frame = document.createElement('iframe');
    frame.src = `${at}/frame`;
    document.body.append(frame);
    navigator.sendBeacon(`${at}/beacon`, 'x');
    await Promise.all([
      fetch(`${at}/fetch`, { mode: 'no-cors' }).catch(() => undefined),
      socket.catch(() => undefined),
      source,
      violations,
      element('img', { src: `${at}/image.png` }),
      element('script', { src: `${at}/script.js` }),
      element('link', { rel: 'stylesheet', href: `${at}/style.css` }),
    ]);
  }, spy.port);
  expect(spy.heard()).toBe(0);
  await spy.close();
});

test('not even WebRTC leaves the machine', async ({ page }) => {
  const spy = await listen();
  const candidates = await page.evaluate(async (port) => {
    const iceServers = [
      { urls: `stun:127.0.0.1:${port}` },
      { urls: `turn:127.0.0.1:${port}?transport=udp`, username: 'x', credential: 'x' },
      { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'x', credential: 'x' },
    ];
    const connection = new RTCPeerConnection({ iceServers });
    connection.createDataChannel('x');
    const found: string[] = [];
    const gathered = new Promise<void>((done) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) done();
        else found.push(candidate.candidate);
      });
    });
    await connection.setLocalDescription(await connection.createOffer());
    await gathered;
    return found;
  }, spy.port);
  expect(candidates).toEqual([]);
  expect(spy.heard()).toBe(0);
  await spy.close();
});

test('the session itself refuses every request that would leave', async ({ app, page }) => {
  await expect.poll(() => page.url()).toContain(pageUrl);
  const spy = await listen();
  const answers = await app.evaluate(async ({ net, session }, port) => {
    const attempt = (request: () => Promise<Response>): Promise<string> =>
      request().then(
        ({ status }) => `answered ${status}`,
        (error: unknown) => (error instanceof Error ? error.message : 'refused'),
      );
    const printing = session.fromPartition('print', { cache: false });
    return [
      await attempt(() => net.fetch(`http://127.0.0.1:${port}/`)),
      await attempt(() => session.defaultSession.fetch(`http://127.0.0.1:${port}/`)),
      await attempt(() => session.defaultSession.fetch(`https://127.0.0.1:${port}/`)),
      await attempt(() => session.defaultSession.fetch('http://example.invalid/')),
      await attempt(() => session.defaultSession.fetch('file:///etc/hostname')),
      String((await session.defaultSession.resolveHost('localhost').catch(() => null)) === null),
      String(printing.isPersistent()),
    ];
  }, spy.port);
  expect(answers).toEqual([
    ...Array.from({ length: 4 }, () => 'net::ERR_BLOCKED_BY_CLIENT'),
    'answered 404',
    'true',
    'false',
  ]);
  expect(spy.heard()).toBe(0);
  await spy.close();
});

test('forms send nothing and frames show nothing from elsewhere', async ({ page }) => {
  const spy = await listen();
  const violated = await page.evaluate(
    (port) =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          if (event.effectiveDirective === 'form-action') done(event.effectiveDirective);
        });
        const form = document.createElement('form');
        form.action = `http://127.0.0.1:${port}/`;
        form.method = 'post';
        document.body.append(form);
        form.submit();
      }),
    spy.port,
  );
  expect(violated).toBe('form-action');
  const framed = await page.evaluate(
    (address) =>
      new Promise<boolean>((done) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', () => {
          let isReadable = false;
          try {
            isReadable = (frame.contentDocument?.body.textContent ?? '') !== '';
          } catch {
            isReadable = false;
          }
          done(isReadable);
        });
        frame.src = address;
        document.body.append(frame);
      }),
    pageUrl,
  );
  expect(framed).toBe(false);
  expect(spy.heard()).toBe(0);
  await spy.close();
});
