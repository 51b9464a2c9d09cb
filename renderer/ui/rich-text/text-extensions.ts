import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';

/** What a kept text may hold and nothing else: what the store refuses cannot be typed nor pasted. */
export function textExtensions() {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      heading: { levels: [1, 2, 3] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        protocols: ['http', 'https', 'mailto'],
        isAllowedUri: (url) => /^(https?:\/\/|mailto:)\S+$/i.test(url) && url.length <= 2000,
      },
    }),
    TableKit.configure({ table: { resizable: false } }),
  ];
}
