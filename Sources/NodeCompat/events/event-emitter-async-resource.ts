/// `events.EventEmitterAsyncResource`
/// (https://nodejs.org/api/events.html#class-eventseventemitterasyncresource-extends-eventemitter).
// @optimize size
import { validateString } from "../prelude/validators.ts";
import { AsyncResource } from "./async_hooks.ts";
import { EventEmitter } from "./event-emitter.ts";

/// The resource of an emitter, which knows it.
class EventEmitterReferencingAsyncResource extends AsyncResource {
  #eventEmitter: any;

  constructor(emitter: any, type: any, options: any) {
    super(type, options);
    this.#eventEmitter = emitter;
  }

  get eventEmitter(): any {
    return this.#eventEmitter;
  }
}

const Emitter: any = EventEmitter;

/// An emitter whose listeners run in the context that it was made in.
export class EventEmitterAsyncResource extends Emitter {
  #asyncResource: EventEmitterReferencingAsyncResource;

  constructor(options: any = undefined) {
    let name: any;
    if (typeof options === "string") {
      name = options;
      options = undefined;
    } else {
      if (new.target === EventEmitterAsyncResource) validateString(options?.name, "options.name");
      name = options?.name || new.target.name;
    }
    super(options);
    this.#asyncResource = new EventEmitterReferencingAsyncResource(this, name, options);
  }

  emit(type: any, ...values: any[]): any {
    return this.#asyncResource.runInAsyncScope(Emitter.prototype.emit, this, type, ...values);
  }

  emitDestroy(): void {
    this.#asyncResource.emitDestroy();
  }

  get asyncId(): number {
    return this.#asyncResource.asyncId();
  }

  get triggerAsyncId(): number {
    return this.#asyncResource.triggerAsyncId();
  }

  get asyncResource(): any {
    return this.#asyncResource;
  }
}
