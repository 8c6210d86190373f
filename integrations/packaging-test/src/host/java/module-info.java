/** A host with a name, as one on the module path would be. */
module io.shelfwright.host {
    requires io.shelfwright.engine;
}
