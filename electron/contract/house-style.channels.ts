import { z } from 'zod';

import { houseStyle, styleFileRoles } from '#domain/house-style.ts';
import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';

const id = idSchema<'houseStyle'>();
const role = z.enum(styleFileRoles);
const { fields } = houseStyle;

/** What is typed of a style; whatever is left out stays. */
const draft = z
  .object({
    name: fields.name.schema,
    workingGroupId: fields.workingGroupId.schema,
    organisationName: fields.organisationName.schema,
    accentColour: fields.accentColour.schema,
    secondaryColour: fields.secondaryColour.schema,
    textFont: fields.textFont.schema,
    headingFont: fields.headingFont.schema,
    footerText: fields.footerText.schema,
    hasPageNumbers: fields.hasPageNumbers.schema,
    hasHeaderLogo: fields.hasHeaderLogo.schema,
    logoAlt: fields.logoAlt.schema,
  })
  .partial();
export type StyleDraft = z.output<typeof draft>;

const style = draft.required().extend({
  id,
  isDefault: z.boolean(),
  logoId: z.string().nullable(),
  docxTemplateId: z.string().nullable(),
  odtTemplateId: z.string().nullable(),
  pptxTemplateId: z.string().nullable(),
  /** The colours as documents use them: darker than asked for where they could not be read. */
  usedAccent: z.string().nullable(),
  usedSecondary: z.string().nullable(),
  files: z.array(
    z.object({
      role,
      attachmentId: z.string(),
      fileName: z.string(),
      byteSize: z.number(),
      sha256: z.string(),
      state: z.enum(['sound', 'missing', 'altered']),
    }),
  ),
});
export type HouseStyleView = z.output<typeof style>;

/** How documents look. */
export const houseStyleChannels = {
  'houseStyle:list': reads('store', { input: z.object({}), output: z.array(style) }),
  'houseStyle:create': writes('store', {
    input: z.object({
      name: fields.name.schema,
      workingGroupId: idSchema<'workingGroup'>().nullable(),
    }),
    output: done.extend({ id: z.string() }),
  }),
  'houseStyle:save': writes('store', {
    input: z.object({ id, values: draft }),
    output: done,
  }),
  /** The style that documents are written in; without one, the program's own look. */
  'houseStyle:choose': writes('store', {
    input: z.object({ id, isDefault: z.boolean() }),
    output: done,
  }),
  /** Keeps a file that the person chose or dropped as the style's logo or template. */
  'houseStyle:setFile': writes('store', {
    input: z.object({ id, role, grant: z.string(), today: day }),
    output: done.extend({ attachmentId: z.string() }),
  }),
  'houseStyle:removeFile': writes('store', {
    input: z.object({ id, role }),
    output: done,
  }),
  /** A specimen as it would look with what is typed and not yet saved; without a style, the program's look. */
  'houseStyle:preview': reads('store', {
    input: z.object({ id: id.nullable(), draft }),
    output: z.object({ page: z.string(), slides: z.string() }),
  }),
  /** Names of files of the styles in use that are gone, so that documents are made without them. */
  'houseStyle:lost': reads('store', {
    input: z.object({}),
    output: z.array(z.string()),
  }),
} as const;
