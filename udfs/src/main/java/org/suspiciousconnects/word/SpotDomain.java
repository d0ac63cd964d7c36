/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A name cut into subdomain and domain by Apache Spot's rules ({@code DomainProcessor}).
 *
 * <p>The last label has to be a country code or one of seven generic names, in lower case. Left of
 * it, and of a generic name before a country code, is the domain, one label: {@code google} of
 * {@code www.google.com.au}, and {@code co} of {@code bbc.co.uk}. What is left of the domain is the
 * subdomain. Dots at the end do not count. The psl vocabulary knows better: {@link HostName}.
 */
public final class SpotDomain {
  /** The text that Spot has in place of a domain or subdomain that a name does not have. */
  public static final String NONE = "None";

  private static final Set<String> COUNTRIES =
      set(
          "ac ad ae af ag ai al am an ao aq ar as at au aw ax az"
              + " ba bb bd be bf bg bh bi bj bm bn bo bq br bs bt bv bw by bz"
              + " ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz"
              + " ec ee eg eh er es et eu fi fj fk fm fo fr"
              + " ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu"
              + " id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr krd kw ky kz"
              + " la lb lc li lk lr ls lt lu lv ly"
              + " ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz"
              + " na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py"
              + " qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz"
              + " tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug uk us uy uz"
              + " va vc ve vg vi vn vu wf ws ye yt za zm zw");
  private static final Set<String> GENERICS = set("com org net int edu gov mil");

  private final String domain;
  private final String subdomain;

  private SpotDomain(String domain, String subdomain) {
    this.domain = domain;
    this.subdomain = subdomain;
  }

  /**
   * Cuts a name.
   *
   * @param name any text
   * @return its parts; both {@link #NONE} if there is no domain
   */
  public static SpotDomain of(String name) {
    int end = withoutDots(name);
    int dot = name.lastIndexOf('.', end - 1);
    if (dot < 0) {
      return new SpotDomain(NONE, NONE);
    }
    String last = name.substring(dot + 1, end);
    int start = name.lastIndexOf('.', dot - 1) + 1;
    if (COUNTRIES.contains(last)) {
      if (GENERICS.contains(name.substring(start, dot))) {
        if (start == 0) {
          return new SpotDomain(NONE, NONE);
        }
        dot = start - 1;
        start = name.lastIndexOf('.', dot - 1) + 1;
      }
    } else if (!GENERICS.contains(last)) {
      return new SpotDomain(NONE, NONE);
    }
    return new SpotDomain(
        name.substring(start, dot), start == 0 ? NONE : name.substring(0, start - 1));
  }

  /**
   * The number of labels, as Spot counts them.
   *
   * @param name any text
   * @return 0 for a name of dots only, 1 for the empty name
   */
  public static int labelCount(String name) {
    int end = withoutDots(name);
    if (end == 0) {
      return name.isEmpty() ? 1 : 0;
    }
    int labels = 1;
    for (int i = 0; i < end; i++) {
      if (name.charAt(i) == '.') {
        labels++;
      }
    }
    return labels;
  }

  /**
   * The domain.
   *
   * @return one label, perhaps an empty one; {@link #NONE} if there is none
   */
  public String domain() {
    return domain;
  }

  /**
   * What is left of the domain.
   *
   * @return one or more labels; {@link #NONE} if there are none
   */
  public String subdomain() {
    return subdomain;
  }

  private static int withoutDots(String name) {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static Set<String> set(String words) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(words.split(" "))));
  }
}
