package io.kuramori.asset.systems;

import io.kuramori.shell.ListQuery;

/// An order of the ledger and its direction.
record SystemOrder(SystemSort sort, boolean descending) {

    static final SystemOrder BY_CODE = new SystemOrder(SystemSort.CODE, false);
    static final SystemOrder BY_NAME = new SystemOrder(SystemSort.NAME, false);

    static SystemOrder of(ListQuery query) {
        return new SystemOrder(SystemsShape.sort(query), query.descending());
    }

    String orderBy() {
        return sort.orderBy(descending);
    }
}
