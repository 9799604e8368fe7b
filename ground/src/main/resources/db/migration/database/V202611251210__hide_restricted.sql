-- Records that are restricted to named readers and hidden from everybody else (限定公開). Ids of those that whoever acts
-- may not see; worked out by identity, which replaces this one. Asked once a statement: restricted records are few.
create function kuramori.hidden(changing boolean) returns uuid[]
    language sql stable parallel restricted
    return '{}'::uuid[];

-- For functions that see every row and apply the scope themselves: whether a row would be visible without them.
create function kuramori.visible(institution uuid, subject uuid) returns boolean
    language sql stable parallel restricted
    return (institution = any (kuramori.scope()) or (institution is null and cardinality(kuramori.scope()) > 0))
        and not subject = any (kuramori.hidden(false));
