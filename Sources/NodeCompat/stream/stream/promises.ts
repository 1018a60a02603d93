/// `node:stream/promises` (https://nodejs.org/api/stream.html#streams-promises-api).
// @optimize size
import { finishedPromise } from "../stream-finished.ts";
import { pipelinePromise } from "../stream-pipeline.ts";

/// `pipeline` and `finished` as promises.
export const pipeline: any = pipelinePromise;
export const finished: any = finishedPromise;
export default { finished, pipeline };
