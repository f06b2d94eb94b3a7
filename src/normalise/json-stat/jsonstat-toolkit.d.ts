/** The part of jsonstat-toolkit 2.2 that this room and the tests over recorded answers use; the package has no declarations of its own. */
declare module 'jsonstat-toolkit' {
  export interface ToolkitCategory {
    readonly label: unknown;
    readonly note: unknown;
    readonly unit: unknown;
  }

  export interface ToolkitDimension {
    readonly id: readonly string[];
    readonly label: string | null;
    readonly role: string | null;
    Category(code: string): ToolkitCategory | null;
  }

  export interface ToolkitDataset {
    readonly class: string | null;
    readonly id: readonly string[];
    readonly size: readonly number[];
    readonly label: string | null;
    readonly source: string | null;
    readonly value: readonly unknown[] | null;
    readonly status: readonly unknown[] | null;
    Dimension(code: string): ToolkitDimension | null;
    /** Of a bundle: the dataset at the position. */
    Dataset(position: number): ToolkitDataset | null;
    /** Calls back with the category code of each dimension, and what stands in the cell. */
    Unflatten(
      visit: (
        codes: Readonly<Record<string, string>>,
        cell: { readonly value: unknown; readonly status: unknown },
      ) => void,
    ): unknown;
  }

  /** Wraps a document; it changes the object it is given. */
  export default function JSONstat(document: object): ToolkitDataset;
}
