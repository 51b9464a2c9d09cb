import type { z } from 'zod';

import { actorChannels } from './actor.channels.ts';
import { appChannels } from './app.channels.ts';
import { bulkChannels } from './bulk.channels.ts';
import type { Channel } from './channel.ts';
import { convocationChannels } from './convocation.channels.ts';
import { contactChannels } from './contact.channels.ts';
import {
  dashboardChannels,
  journalChannels,
  mandateChannels,
  recordChannels,
  registerChannels,
  reportChannels,
  searchChannels,
  subGroupChannels,
  upkeepChannels,
} from './data.channels.ts';
import { deliverableChannels } from './deliverable.channels.ts';
import { duplicateChannels } from './duplicate.channels.ts';
import { importChannels } from './import.channels.ts';
import { meetingChannels } from './meeting.channels.ts';
import { followUpChannels, minutesChannels } from './minutes.channels.ts';
import { viewChannels } from './view.channels.ts';

/** Every operation a window may ask for. Router, preload, client and fuzz tests derive from this map. */
export const channels = {
  ...appChannels,
  ...recordChannels,
  ...bulkChannels,
  ...viewChannels,
  ...registerChannels,
  ...searchChannels,
  ...journalChannels,
  ...actorChannels,
  ...contactChannels,
  ...duplicateChannels,
  ...importChannels,
  ...subGroupChannels,
  ...mandateChannels,
  ...meetingChannels,
  ...minutesChannels,
  ...convocationChannels,
  ...followUpChannels,
  ...deliverableChannels,
  ...dashboardChannels,
  ...reportChannels,
  ...upkeepChannels,
} as const;

type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type MainChannel = {
  [K in ChannelName]: K extends keyof typeof appChannels ? K : never;
}[ChannelName];
export type StoreChannel = Exclude<ChannelName, MainChannel>;
export type ChannelInput<K extends ChannelName> = z.input<Channels[K]['input']>;
export type ChannelRequest<K extends ChannelName> = z.output<Channels[K]['input']>;
export type ChannelOutput<K extends ChannelName> = z.output<Channels[K]['output']>;

export function channelOf(name: ChannelName): Channel {
  return channels[name];
}

export function isChannelName(value: unknown): value is ChannelName {
  return typeof value === 'string' && Object.hasOwn(channels, value);
}

export function isMainChannel(name: ChannelName): name is MainChannel {
  return channels[name].door === 'main';
}
