package io.kuramori.approval.rules;

/// What the votes of an assembly come to.
public enum Tally {
    OPEN,
    CARRIED,
    LOST,
    /// The meeting is closed and too few took part.
    NO_QUORUM;

    /// While votes come in: carried by more than half of all seats, vacant and barred ones included, once the quorum
    /// took part; lost once that cannot happen any more.
    static Tally soFar(Body.Assembly body, Ballot ballot) {
        int seats = body.seats().size();
        if (ballot.count(Choice.REFUSE) * 2 >= seats) {
            return LOST;
        }
        boolean quorum = ballot.casts().size() >= body.quorum();
        return quorum && ballot.count(Choice.APPROVE) * 2 > seats ? CARRIED : OPEN;
    }

    /// When the chair closes: more than half of those who took part; of a tie, what the chair said.
    static Tally closed(Body.Assembly body, Ballot ballot) {
        int present = ballot.casts().size();
        if (present < body.quorum()) {
            return NO_QUORUM;
        }
        long twice = ballot.count(Choice.APPROVE) * 2;
        var chair = body.chair();
        boolean byChair = twice == present && chair != null && ballot.chose(chair, Choice.APPROVE);
        return twice > present || byChair ? CARRIED : LOST;
    }
}
