package io.kuramori.organization.web.people;

import io.kuramori.organization.Holder;
import io.kuramori.organization.Person;
import io.kuramori.organization.Post;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Section;
import java.util.List;
import java.util.Optional;

/// A page of an institution's people.
///
/// @param words as typed
/// @param retired whether those who have left are among them
/// @param holders who holds which of the institution's posts today
/// @param posts of the institution, for their names
/// @param appointing the post for which somebody is looked for
/// @param more whether another page follows
public record PeopleView(
        Place place,
        String words,
        boolean retired,
        List<Person> people,
        List<Holder> holders,
        List<Post> posts,
        Optional<Post> appointing,
        boolean first,
        boolean more) {

    public PeopleView {
        people = List.copyOf(people);
        holders = List.copyOf(holders);
        posts = List.copyOf(posts);
    }

    /// The posts that a person holds here today.
    public List<Post> postsOf(Person person) {
        return holders.stream()
                .filter(holder -> holder.person().equals(person.id()))
                .flatMap(holder -> posts.stream().filter(post -> post.id().equals(holder.post())))
                .toList();
    }

    /// This view without its place in the pages.
    public String href() {
        return place.href(Section.PEOPLE)
                + "&q=" + Place.encoded(words)
                + (retired ? "&retired=true" : "")
                + appointing.map(post -> "&post=" + post.id().value()).orElse("");
    }

    public String next() {
        return href() + "&after=" + people.getLast().id().value();
    }
}
