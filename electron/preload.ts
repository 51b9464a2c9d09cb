import { contextBridge, ipcRenderer, webUtils } from 'electron';

import type { Bridge } from '#contract/bridge.ts';
import { bridgeName, portMessage, wire } from '#contract/bridge.ts';

// What main sends under an event's name is what that event's listeners take.
type Listener = (news: never) => void;

const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on(wire.event, (_event, name: string, news: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(news as never);
});

// A port cannot cross the context bridge; it can be transferred to the page, and only to it.
ipcRenderer.on(wire.port, (event) => {
  window.postMessage(portMessage, window.location.origin, event.ports);
});

/** Where a dropped file lies; empty for what is no file of this machine. */
function droppedPath(file: File): string {
  try {
    return webUtils.getPathForFile(file);
  } catch {
    return '';
  }
}

const bridge: Bridge = {
  call: (channel, input) => ipcRenderer.invoke(wire.call, channel, input),
  on: (event, listener) => {
    const known = listeners.get(event) ?? new Set<Listener>();
    listeners.set(event, known.add(listener));
    return () => known.delete(listener);
  },
  dropFile: (file, purpose = 'import') => ipcRenderer.invoke(wire.drop, droppedPath(file), purpose),
  connectStore: () => ipcRenderer.send(wire.connect),
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
