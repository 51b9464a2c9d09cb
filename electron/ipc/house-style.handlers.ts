import type { ChannelName } from '#contract/channels.ts';
import { removeStyleFile, setStyleFile } from '#services/house-style/files.ts';
import { previewStyle } from '#services/house-style/preview.ts';
import {
  chooseStyle,
  createStyle,
  listStyles,
  lostStyleFiles,
  saveStyle,
} from '#services/house-style/styles.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `houseStyle:${string}`>;

export const houseStyleHandlers: StoreHandlers<Channels> = {
  'houseStyle:list': (session) => listStyles(session),
  'houseStyle:create': (session, request, by) => {
    const { value, operationId } = createStyle(session, by, request);
    return { id: value, operationId };
  },
  'houseStyle:save': (session, request, by) => {
    const { operationId } = saveStyle(session, by, request);
    return { operationId };
  },
  'houseStyle:choose': (session, request, by) => {
    const { operationId } = chooseStyle(session, by, request);
    return { operationId };
  },
  'houseStyle:setFile': async (session, { grant, ...request }, context) => {
    const path = context.resolveGrant(grant, 'attachment');
    const made = await setStyleFile(session, context, { ...request, path }, context.signal);
    return { attachmentId: made.value, operationId: made.operationId };
  },
  'houseStyle:removeFile': (session, request, by) => {
    const { operationId } = removeStyleFile(session, by, request);
    return { operationId };
  },
  'houseStyle:preview': (session, request, { language, translate }) =>
    previewStyle(session, {
      ...request,
      language,
      translate,
      today: new Date().toISOString().slice(0, 10),
    }),
  'houseStyle:lost': (session) => lostStyleFiles(session),
};
