/** Where in an installed release the reason of an exception can be seen. */
export type Evidence = {
  readonly package: string;
  /** A file or folder of the package; all of its scripts unless given. */
  readonly in?: string;
} & (
  | {
      /** A line has this; the report names the file and the line's number. */
      readonly says: string | RegExp;
    }
  | {
      /** No line has this. */
      readonly lacks: string | RegExp;
    }
);

/** Attacks that fell a fixed release for another reason than the flaw of its pair. */
export interface Exception {
  /** Names of the libraries that it holds for. */
  readonly libraries: readonly string[];
  /** Versions that it holds for; all of these libraries unless given. */
  readonly versions?: readonly string[];
  /** Ids of attacks; `family/*` for all of a family. */
  readonly attacks: readonly string[];
  /** True where the victim gets in; without it, an exception never explains that. */
  readonly letsVictimIn?: true;
  /** One sentence: why the release falls, and where another advisory is about it, which. */
  readonly reason: string;
  /** Each must be found in the installed release, else the exception does not hold. */
  readonly evidence: readonly Evidence[];
}
