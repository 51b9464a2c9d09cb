import type { ChannelName } from '#contract/channels.ts';
import { checkChosenTemplate, checkKeptTemplate } from '#services/templates/kept.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `templates:${string}`>;

export const templateHandlers: StoreHandlers<Channels> = {
  'templates:check': ({ reader, path }, request, context) =>
    'grant' in request
      ? checkChosenTemplate(
          context.resolveGrant(request.grant, 'attachment'),
          request.role,
          context,
        )
      : checkKeptTemplate({ db: reader, path }, request, context),
};
