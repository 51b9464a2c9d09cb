import { isHex } from './colours.ts';
import { defineEntity } from './entity.ts';
import type { Field } from './fields.ts';
import { flag, optional, reference, text } from './fields.ts';

/** Files that a house style may carry: a picture, and documents of the organisation's own as models. */
export const styleFileRoles = ['logo', 'docx', 'odt', 'pptx'] as const;
export type StyleFileRole = (typeof styleFileRoles)[number];

/** The column that says which attachment plays a role. */
export const styleFileField = {
  logo: 'logoId',
  docx: 'docxTemplateId',
  odt: 'odtTemplateId',
  pptx: 'pptxTemplateId',
} as const satisfies Readonly<Record<StyleFileRole, string>>;

const checkedText = (
  max: number,
  isSound: (value: string) => boolean,
  error: string,
): Field<string> => {
  const { schema, ...plain } = text(max);
  return {
    kind: plain.kind,
    isOptional: false,
    schema: schema.refine(isSound, { error }),
  };
};

const colour = (): Field<string> => checkedText(6, isHex, 'invalidColour');

/** Names of fonts, as offices list them: nothing that a style sheet or a document could trip over. */
const FONT = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._+-]*$/u;
export const isFontName = (name: string): boolean => FONT.test(name) && name.length <= 60;

const font = (): Field<string> => checkedText(60, isFontName, 'invalidFont');

/** Longest text at the foot of pages, so that it leaves room for their numbers. */
export const FOOTER_MAX = 160;

/** How documents look. What is left empty is as the program has it. */
export const houseStyle = defineEntity('houseStyle', {
  fields: {
    name: text(120),
    /** The group whose documents look so; null for those of every group. */
    workingGroupId: optional(reference('workingGroup')),
    isDefault: flag(),
    organisationName: optional(text(200)),
    accentColour: optional(colour()),
    secondaryColour: optional(colour()),
    textFont: optional(font()),
    headingFont: optional(font()),
    footerText: optional(text(FOOTER_MAX)),
    hasPageNumbers: flag(true),
    hasHeaderLogo: flag(),
    logoAlt: optional(text(200)),
    logoId: optional(reference('attachment')),
    docxTemplateId: optional(reference('attachment')),
    odtTemplateId: optional(reference('attachment')),
    pptxTemplateId: optional(reference('attachment')),
  },
  label: ['name'],
});
