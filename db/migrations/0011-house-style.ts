import type { Migration } from './migration.ts';

const RECORDS = `
CREATE TABLE "house_style" (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  working_group_id TEXT REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  is_default INTEGER NOT NULL,
  organisation_name TEXT,
  accent_colour TEXT,
  secondary_colour TEXT,
  text_font TEXT,
  heading_font TEXT,
  footer_text TEXT,
  has_page_numbers INTEGER NOT NULL,
  has_header_logo INTEGER NOT NULL,
  logo_alt TEXT,
  logo_id TEXT REFERENCES "attachment"(id) DEFERRABLE INITIALLY DEFERRED,
  docx_template_id TEXT REFERENCES "attachment"(id) DEFERRABLE INITIALLY DEFERRED,
  odt_template_id TEXT REFERENCES "attachment"(id) DEFERRABLE INITIALLY DEFERRED,
  pptx_template_id TEXT REFERENCES "attachment"(id) DEFERRABLE INITIALLY DEFERRED,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX house_style_by_label ON "house_style"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX house_style_by_working_group_id ON "house_style"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX house_style_by_logo_id ON "house_style"(logo_id) WHERE deleted_at IS NULL;
CREATE INDEX house_style_by_docx_template_id ON "house_style"(docx_template_id) WHERE deleted_at IS NULL;
CREATE INDEX house_style_by_odt_template_id ON "house_style"(odt_template_id) WHERE deleted_at IS NULL;
CREATE INDEX house_style_by_pptx_template_id ON "house_style"(pptx_template_id) WHERE deleted_at IS NULL;
`;

/** How documents look: colours, fonts, logo, foot, own templates. */
export const houseStyle: Migration = {
  version: 11,
  name: 'house-style',
  up: (raw) => {
    raw.exec(RECORDS);
  },
};
