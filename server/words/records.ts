/**
 * Says in words what each kind of record is for and what its fields are, for the data sheet and the file of one's own
 * data. The schemas give the type, so a field without words does not compile.
 */
import type { Body, RecordType } from '#lib/records/types.ts';

/** The fields that a schema names. Unknown fields are allowed in records, but have no words. */
type Fields<T extends RecordType> = keyof {
  [K in keyof Body<T> as string extends K ? never : K]: true;
};

export type RecordWords = {
  [T in RecordType]: {
    name: string;
    /** Why it is kept. */
    purpose: string;
    fields: { [K in Fields<T>]-?: string };
  };
};
