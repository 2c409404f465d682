/**
 * What each kind of record is for and what each of its fields is, in words: for the data sheet and for the file that
 * one takes along. Typed by the schemas, so that a field without words does not compile.
 */
import type { Body, RecordType } from '#lib/records/types.ts';

/** The fields that a schema names; unknown ones pass, and have no words. */
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
