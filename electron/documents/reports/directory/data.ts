export interface DirectoryMandate {
  readonly id: string;
  readonly role: string;
  readonly body: string;
}

/** A person as the directory lists them: what they did not agree to publish is not in it. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  /** Family name first, for the index. */
  readonly sortName: string;
  readonly functionTitle: string | null;
  readonly mandates: readonly DirectoryMandate[];
  readonly email: string | null;
  readonly phone: string | null;
}

export interface DirectoryOrganisation {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: string;
  readonly buyerKind: string | null;
  readonly departement: string | null;
  readonly communeName: string | null;
  readonly website: string | null;
  readonly address: string | null;
  readonly description: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly segments: readonly string[];
  readonly people: readonly DirectoryPerson[];
  readonly isFictitious: boolean;
}

export interface DirectoryBody {
  readonly id: string;
  readonly name: string;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly organisation: string | null;
    readonly role: string;
  }[];
}

/** Everything that the directory of actors says, as it stood on a day. */
export interface DirectoryData {
  readonly group: {
    readonly id: string;
    readonly name: string;
    readonly observatory: string | null;
  };
  readonly asOfOn: string;
  readonly organisations: readonly DirectoryOrganisation[];
  /** All organisations of the register; more than are listed where there are too many for a document. */
  readonly total: number;
  /** People in office in the group who speak for no listed organisation. */
  readonly others: readonly DirectoryPerson[];
  readonly bodies: readonly DirectoryBody[];
}
