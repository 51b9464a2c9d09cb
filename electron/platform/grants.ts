import { randomBytes } from 'node:crypto';

import { AppError } from '#contract/errors.ts';

/** What a path was chosen for; a grant is good for nothing else. */
export type GrantPurpose = 'export' | 'import' | 'mapping' | 'attachment' | 'files';

interface Grant {
  readonly path: string;
  readonly purpose: GrantPurpose;
  /** The window that was given it; the grant ends with it. */
  readonly owner: number;
}

/** Paths that the person chose in a dialog, named by tokens: the window never names a path itself. */
export interface Grants {
  readonly issue: (path: string, purpose: GrantPurpose, owner: number) => string;
  readonly add: (token: string, path: string, purpose: GrantPurpose, owner: number) => void;
  /** @throws AppError `path.notGranted` */
  readonly resolve: (token: string, purpose: GrantPurpose, owner: number) => string;
  readonly revokeOwner: (owner: number) => void;
}

const MAXIMUM_PER_OWNER = 200;

export function createGrants(): Grants {
  const grants = new Map<string, Grant>();

  /** The oldest grants of a window give way, so that a window cannot pile them up. */
  function makeRoom(owner: number): void {
    const owned = [...grants].filter(([, grant]) => grant.owner === owner);
    for (const [token] of owned.slice(0, Math.max(0, owned.length - MAXIMUM_PER_OWNER + 1))) {
      grants.delete(token);
    }
  }

  function add(token: string, path: string, purpose: GrantPurpose, owner: number): void {
    makeRoom(owner);
    grants.set(token, { path, purpose, owner });
  }

  return {
    add,
    issue: (path, purpose, owner) => {
      const token = randomBytes(24).toString('base64url');
      add(token, path, purpose, owner);
      return token;
    },
    resolve: (token, purpose, owner) => {
      const grant = grants.get(token);
      if (grant === undefined || grant.purpose !== purpose || grant.owner !== owner) {
        throw new AppError('path.notGranted');
      }
      return grant.path;
    },
    revokeOwner: (owner) => {
      for (const [token, grant] of grants) if (grant.owner === owner) grants.delete(token);
    },
  };
}
