import type { z } from 'zod';

import { activityChannels } from './activity.channels.ts';
import { actorChannels } from './actor.channels.ts';
import { appChannels } from './app.channels.ts';
import { applicationFormChannels } from './application-form.channels.ts';
import { bulkChannels } from './bulk.channels.ts';
import { calendarChannels } from './calendar.channels.ts';
import type { Channel } from './channel.ts';
import { chainChannels } from './chain.channels.ts';
import { committeeChannels } from './committee.channels.ts';
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
} from './data.channels.ts';
import { deliverableChannels } from './deliverable.channels.ts';
import { duplicateChannels } from './duplicate.channels.ts';
import { followUpChannels } from './follow-up.channels.ts';
import { editionChannels } from './edition.channels.ts';
import { eventChannels, matchingChannels } from './event.channels.ts';
import { eventPaperChannels } from './event-papers.channels.ts';
import { houseStyleChannels } from './house-style.channels.ts';
import { templateChannels } from './template.channels.ts';
import { importChannels } from './import.channels.ts';
import { indicatorChannels } from './indicator.channels.ts';
import { meetingSeriesChannels } from './meeting-series.channels.ts';
import { meetingChannels } from './meeting.channels.ts';
import { minutesChannels } from './minutes.channels.ts';
import { needsChannels } from './needs.channels.ts';
import { timetableChannels } from './timetable.channels.ts';
import { selectionChannels } from './selection.channels.ts';
import { selectionPaperChannels } from './selection-papers.channels.ts';
import { steeringChannels } from './steering.channels.ts';
import { upkeepChannels } from './upkeep.channels.ts';
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
  ...activityChannels,
  ...actorChannels,
  ...contactChannels,
  ...duplicateChannels,
  ...importChannels,
  ...subGroupChannels,
  ...mandateChannels,
  ...meetingChannels,
  ...meetingSeriesChannels,
  ...minutesChannels,
  ...convocationChannels,
  ...followUpChannels,
  ...deliverableChannels,
  ...indicatorChannels,
  ...calendarChannels,
  ...houseStyleChannels,
  ...templateChannels,
  ...chainChannels,
  ...eventChannels,
  ...eventPaperChannels,
  ...matchingChannels,
  ...needsChannels,
  ...timetableChannels,
  ...selectionChannels,
  ...selectionPaperChannels,
  ...committeeChannels,
  ...applicationFormChannels,
  ...dashboardChannels,
  ...reportChannels,
  ...editionChannels,
  ...steeringChannels,
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
