/**
 * Names of properties that live and die within the page tools, which terser may therefore shorten in them. None may be
 * one of a record, of a message, of what the page script shares with the tools, or of the browser: a test holds that.
 */
export const INTERNAL_NAMES = [
  'blockEdges',
  'drawPlace',
  'edge',
  'expected',
  'flashRange',
  'foundWords',
  'hasGap',
  'ignoreSelectionOnce',
  'inKey',
  'inner',
  'isBreak',
  'isSpaceEdge',
  'isWordEdge',
  'nearness',
  'notesAt',
  'observer',
  'onTree',
  'outer',
  'outwards',
  'pauseForTyping',
  'pieceAt',
  'pieceList',
  'pointAt',
  'positionOf',
  'resumeAfterSending',
  'similarity',
  'switchSide',
  'textIn',
];
