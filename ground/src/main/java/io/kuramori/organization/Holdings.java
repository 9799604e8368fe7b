package io.kuramori.organization;

import java.util.List;

/// Implemented by every room whose records are owned by posts, so that 異動 can show what changes hands.
public interface Holdings {

    /// Most entries that one room lists for one post; more are cut off by the room, never by the caller.
    int MOST = 200;

    /// What the post holds, by kind and code. Called inside a transaction of the caller who looks.
    List<Held> heldBy(PostId post);
}
