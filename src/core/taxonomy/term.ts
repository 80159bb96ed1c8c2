/** One word of the taxonomy. Its id stands in data and never changes; name and description may be reworded. */
export interface Term<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  /** What belongs here, so that two people choose the same. */
  readonly description: string;
}
