/** A file as a reader sees it: plain bytes on disk, and the name by which people know it. */
export interface PlainFile {
  /** Relative to what was asked for; entries of archives as `backup.tar.gz/logs/app.log`. */
  path: string;
  /** Where its bytes are: the file itself, or its unpacked copy in the scratch folder. */
  location: string;
  bytes: number;
  /** The file that was given to us: itself, or the archive that held it. */
  original: Original;
  /** What a person must know about how it was unpacked, e.g. that the archive ends early. */
  notes: string[];
}

/** A file as it was found: what is hashed, sealed and referenced. */
export interface Original {
  path: string;
  location: string;
  bytes: number;
  modifiedMs: number;
}

/** Something that was asked for and not read, with the reason in words. */
export interface Skipped {
  path: string;
  bytes: number;
  why: string;
}

/** One file of an archive. Consume `content` before asking for the next. */
export interface ArchiveEntry {
  name: string;
  /** What it takes up in the archive. */
  packedBytes: number;
  content: AsyncIterable<Uint8Array>;
}
