import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { reads } from './channel.ts';

const report = z.object({
  fileName: z.string(),
  /** Six hex digits that reports take over from the template; null where it names none. */
  accent: z.string().nullable(),
  textFont: z.string().nullable(),
  headingFont: z.string().nullable(),
  lacks: z.array(
    z.object({
      /** Whether it shows in documents. */
      isSerious: z.boolean(),
      place: z.string(),
      what: z.string(),
      consequence: z.string(),
    }),
  ),
});
export type TemplateReport = z.output<typeof report>;

const role = z.enum(['docx', 'odt', 'pptx']);

/** What the organisation's own templates lack. */
export const templateChannels = {
  /**
   * Of a template that a style keeps, or of a file that the person chose and that is not kept yet; null
   * when the style keeps none that is sound.
   */
  'templates:check': reads('store', {
    input: z.union([
      z.object({ styleId: idSchema<'houseStyle'>(), role }),
      z.object({ grant: z.string(), role }),
    ]),
    output: report.nullable(),
  }),
} as const;
