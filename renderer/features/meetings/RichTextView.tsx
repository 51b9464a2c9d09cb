import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Fragment } from 'react';

import { isEntityName } from '#domain/registry.ts';
import type { Block, Inline, Mark, RecordRef, RichText, TableCell } from '#domain/rich-text.ts';
import { recordPath } from '#stores/navigation.store.ts';

import classes from './Meetings.module.css';

interface RichTextViewProps {
  readonly doc: RichText;
  /** Draws a decision or an action where it stands in the text. */
  readonly drawRef: (ref: RecordRef) => ReactNode;
}

const HEADINGS = { 1: 'h4', 2: 'h5', 3: 'h6' } as const;

function marked(text: ReactNode, marks: readonly Mark[]): ReactNode {
  return marks.reduce((inner: ReactNode, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inner}</strong>;
      case 'italic':
        return <em>{inner}</em>;
      case 'underline':
        return <u>{inner}</u>;
      default:
        return (
          <Anchor href={mark.attrs.href} target="_blank" rel="noreferrer" underline="always">
            {inner}
          </Anchor>
        );
    }
  }, text);
}

/** A text as it was laid out, to be read: needs nothing of the editor. Its parts have no names but their places. */
export function RichTextView({ doc, drawRef }: RichTextViewProps) {
  function inline(node: Inline): ReactNode {
    switch (node.type) {
      case 'text':
        return marked(node.text, node.marks ?? []);
      case 'hardBreak':
        return <br />;
      case 'mention': {
        const { table, id, label } = node.attrs;
        return isEntityName(table) ? (
          <a className={classes['mention']} href={`#${recordPath(table, id)}`}>
            {label}
          </a>
        ) : (
          label
        );
      }
      default:
        return drawRef(node);
    }
  }
  const inlines = (nodes: readonly Inline[] | undefined): ReactNode => keyed(nodes ?? [], inline);
  const blocks = (nodes: readonly Block[]): ReactNode => keyed(nodes, block);

  function cell({ type, attrs, content }: TableCell): ReactNode {
    const Cell = type === 'tableHeader' ? 'th' : 'td';
    return (
      <Cell colSpan={attrs?.colspan} rowSpan={attrs?.rowspan}>
        {blocks(content)}
      </Cell>
    );
  }

  function block(node: Block): ReactNode {
    switch (node.type) {
      case 'paragraph':
        return (node.content ?? []).some(isRef) ? (
          <div>{inlines(node.content)}</div>
        ) : (
          <p>{inlines(node.content)}</p>
        );
      case 'heading': {
        const Heading = HEADINGS[node.attrs.level];
        return <Heading>{inlines(node.content)}</Heading>;
      }
      case 'bulletList':
        return (
          <ul>
            {keyed(node.content, (item) => (
              <li>{blocks(item.content)}</li>
            ))}
          </ul>
        );
      case 'orderedList':
        return (
          <ol start={node.attrs?.start}>
            {keyed(node.content, (item) => (
              <li>{blocks(item.content)}</li>
            ))}
          </ol>
        );
      case 'table':
        return (
          <table>
            <tbody>
              {keyed(node.content, (row) => (
                <tr>{keyed(row.content, cell)}</tr>
              ))}
            </tbody>
          </table>
        );
      default:
        return drawRef(node);
    }
  }
  return <div className={classes['text']}>{blocks(doc.content)}</div>;
}

const isRef = (node: Inline): boolean => node.type === 'decisionRef' || node.type === 'actionRef';

function keyed<T>(nodes: readonly T[], draw: (node: T) => ReactNode): ReactNode {
  return nodes.map((node, place) => {
    // Read, never moved about: a part is known by its place.
    // oxlint-disable-next-line react/no-array-index-key
    return <Fragment key={place}>{draw(node)}</Fragment>;
  });
}
