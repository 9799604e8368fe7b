package io.kuramori.organization.web.form;

import io.kuramori.identity.Caller;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Post;
import io.kuramori.organization.internal.Structure;
import io.kuramori.organization.web.frame.Place;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Offers the posts in force of every institution in sight, those of the page's own institution first.
@Component
public class PostChoices {

    private final Structure structure;

    PostChoices(Structure structure) {
        this.structure = structure;
    }

    public List<Choice> of(Caller caller, Place place) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.none("organization.choose"));
        structure.posts(caller, place.id()).forEach(post -> choices.add(choice(post, place.selected())));
        for (var institution : place.institutions()) {
            if (!institution.id().equals(place.id())) {
                structure.posts(caller, institution.id()).forEach(post -> choices.add(choice(post, institution)));
            }
        }
        return choices;
    }

    private static Choice choice(Post post, Institution institution) {
        return Choice.of(post.id().value(), post.name() + " (" + institution.name() + " " + post.code() + ")");
    }
}
