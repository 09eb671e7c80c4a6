"""The words that built-in motion knows. Whatever stands in no table here is told to the person as not drawn.

Codes on the left are stable (texts and tests use them); on the right words as people type them, `_` inside a phrase.
"""

SCENES = {
    "sea": (
        "sea ocean waves wave beach coast shore seaside surf tide pacific atlantic mediterranean bay "
        "seascape water coastline lagoon"
    ),
    "lake": ("lake pond river reservoir fjord"),
    "forest": ("forest woods wood trees tree pine pines fir firs spruce woodland taiga conifers treetops"),
    "mountains": (
        "mountain mountains alps peak peaks himalaya summit valley hills hill canyon ridge ridges cliffs "
        "highlands andes range mountainside "
    ),
    "city": (
        "city skyline skyscraper skyscrapers downtown town cityscape buildings towers urban metropolis city_lights"
    ),
    "space": (
        "space galaxy galaxies nebula nebulae cosmos universe milky_way stars star starfield outer_space "
        "deep_space starry constellation constellations"
    ),
    "rain": (
        "rain raining rainy rainfall raindrops window drizzle rain_on_a_window rain_on_glass window_pane windowpane"
    ),
    "desert": ("desert dunes dune sahara sand sands gobi"),
    "snow": ("snow snowy snowing snowfall snowflakes winter blizzard snowstorm"),
    "sky": ("sky clouds cloud sunset sunrise skies cloudscape heavens"),
    "fire": ("fire flames flame campfire bonfire fireplace embers blaze burning hearth inferno"),
    "underwater": (
        "underwater seabed under_the_sea under_water beneath_the_waves sea_floor seafloor ocean_floor diving bubbles"
    ),
    "aurora": ("aurora northern_lights polar_lights aurora_borealis southern_lights"),
    "field": (
        "field fields flowers wildflowers "
        "grass meadow meadows prairie wheat savanna steppe lawn grassland barley pasture reeds"
    ),
    "abstract": (
        "abstract gradient gradients pattern patterns shapes colors colours fluid silk swirl swirls "
        "waves_of_colour flowing_colours ambient wallpaper background lava_lamp ink"
    ),
}

LEADING = (
    "underwater",
    "aurora",
    "fire",
    "city",
    "lake",
    "sea",
    "desert",
    "field",
    "mountains",
    "forest",
    "space",
    "rain",
    "snow",
    "sky",
    "abstract",
)
"""Which of several named scenes is the place; the others join it if JOINS says so."""

_OUTDOORS = {"sky", "rain", "snow", "space"}
JOINS = {
    "aurora": _OUTDOORS | {"sea", "lake", "mountains", "forest"},
    "city": _OUTDOORS | {"sea", "lake"},
    "sea": _OUTDOORS | {"mountains"},
    "lake": _OUTDOORS | {"sea", "mountains"},
    "desert": _OUTDOORS,
    "field": _OUTDOORS | {"mountains"},
    "mountains": _OUTDOORS | {"forest"},
    "forest": _OUTDOORS,
    "snow": _OUTDOORS,
    "sky": _OUTDOORS,
    "space": {"sky"},
    "underwater": {"sea"},
}
"""Which other scenes a place is drawn with."""

HOURS = {
    "day": ("day daytime noon midday afternoon morning sunny summer spring blue_sky bright_day daylight clear_sky"),
    "dawn": ("dawn sunrise daybreak early_morning first_light at_sunrise"),
    "sunset": ("sunset sundown golden_hour evening setting_sun fall"),
    "dusk": ("dusk twilight blue_hour nightfall"),
    "night": ("night midnight moon moonlight moonlit nighttime full_moon starlight dark at_night"),
    "storm": ("storm stormy thunder thunderstorm tempest hurricane gale thunderclouds dramatic"),
    "grey": ("overcast grey gray cloudy gloomy fog foggy mist misty haze hazy dull"),
}

WEATHER = {
    "rain": ("rain raining rainy rainfall drizzle downpour"),
    "snow": ("snow snowing snowy snowfall snowflakes blizzard snowstorm winter"),
    "mist": ("fog foggy mist misty haze hazy"),
    "stars": ("stars starry milky_way starlit"),
}

ENERGY = {
    "calm": (
        "calm quiet still_water peaceful serene gentle tranquil placid relaxing soothing glassy mirror soft slow_waves"
    ),
    "wild": (
        "storm stormy wild rough raging tempest windy wind hurricane gale violent big_waves huge_waves blizzard fierce"
    ),
}

TINTS = {
    "warm": ("warm orange amber cosy cozy"),
    "golden": ("golden gold yellow"),
    "red": ("red crimson scarlet"),
    "pink": ("pink rose magenta"),
    "purple": ("purple violet lilac lavender"),
    "blue": ("blue cold cool icy azure"),
    "teal": ("teal turquoise cyan"),
    "green": ("green emerald"),
}

MOVES = {
    "push_in": (
        "zoom_in zooms_in zooming_in push_in pushes_in push zoom dolly_in dolly_forward forward move_in "
        "moving_in closer approach fly_over flying fly through flyover flythrough fly_through"
    ),
    "pull_out": (
        "zoom_out zooms_out zooming_out pull_out pull_back pulls_back pull dolly_out zoom_back backward backwards"
    ),
    "pan_left": ("pan_left pans_left panning_left pan_to_the_left move_left to_the_left slide_left"),
    "pan_right": (
        "pan_right pans_right panning_right pan_to_the_right move_right to_the_right slide_right pan panning pans"
    ),
    "tilt_up": ("tilt_up tilts_up tilting_up pan_up look_up tilt rise rising crane_up"),
    "tilt_down": ("tilt_down tilts_down tilting_down pan_down look_down descend"),
    "orbit": ("orbit orbits orbiting circle_around around arc rotate rotating parallax"),
    "still": ("static no_camera_movement no_movement locked_off fixed_camera still_camera tripod without_moving still"),
}

PACES = {
    "slow": ("slow slowly slow_motion gently lazily"),
    "fast": ("fast quick quickly rapid rapidly speedy"),
}

EFFECTS = {
    "stabilise": (
        "stabilise stabilize stabilised stabilized stabilising stabilizing stabilisation stabilization steady "
        "steadier make_it_steady less_shaky no_shaking without_shaking remove_the_shake remove_shake deshake smooth_out"
    ),
    "slow": "slow_motion slow_mo slowmo slomo slow_it_down slowed_down in_slow half_speed super_slow",
    "cartoon": "cartoon cartoons cartoonish comic comic_book as_a_cartoon cel_shaded anime toon",
    "pencil": "pencil pencil_drawing sketch as_a_drawing like_a_drawing pencil_sketch line_drawing graphite charcoal",
    "paint": (
        "painting oil_painting oil_paint watercolour watercolor impressionist like_a_painting as_a_painting "
        "brush_strokes acrylic"
    ),
    "extend": (
        "extend lengthen make_it_longer seamless_loop looped loop_it endless_loop keep_it_going prolong stretch_it_out"
    ),
}
"""What is done to a clip, or, for styles, to a picture."""

HARMLESS = (
    "softly quietly peacefully beautifully calmly silently steadily smoothly brightly dimly endlessly lightly heavily "
    "photo photograph life horizon landscape before after until through "
    "a an the of on in at to from with and or over under above below near by into onto across along "
    "behind between for as is are be it its this that there here some very really so my our your i me we you want "
    "would like please can could show give make create generate render draw film produce get see let video "
    "clip movie scene shot view picture image animation footage loop short camera move moving moves movement "
    "motion slight slightly bit little while during long seconds second one two three beautiful pretty lovely "
    "nice amazing stunning gorgeous epic cinematic dreamy magical mystical majestic vast endless infinite "
    "distant far wide big large small huge tiny tall high low deep light lights lit glowing glow shining "
    "shiny bright brilliant vivid vibrant colorful colourful clear fresh wet dry empty lonely silent remote "
    "wonderful perfect realistic photorealistic hd 4k 8k high_quality quality detailed hyperrealistic "
    "atmospheric mood moody atmosphere relaxed minimal minimalist natural nature scenery scenic outdoors wild "
    "wide_angle timelapse time_lapse hour time sun sunlight sunbeams sunshine rays ray moon shimmering "
    "sparkling sparkle glittering flickering crackling drifting floating falling fallen rolling crashing "
    "breaking flowing swaying blowing passing reflecting reflection reflections reflected mirrored surface "
    "colour color black white silver tone tones style looking look looks ground air weather season covered "
    "frozen lush thick dense sandy grassy foggy green_grass breeze wind alone no without any not ice "
    "frost day_break slow_motion drops droplets glass "
    "flakes sunny neon skyline_at_night warmth mysterious romantic melancholic melancholy "
    "sad happy spooky eerie ethereal hypnotic meditative calming cold_night rise_of set setting overhead "
    "aerial drone panorama panoramic"
)
"""Words that ask for nothing of their own."""

DEMANDS = "make let have turn change add remove replace animate put give transform swap bring dress"
"""With a picture, words after these are things that a camera move can't do."""

ACTIONS = (
    "dance dances dancing walk walks walking run runs running jump jumps jumping smile smiles smiling talk "
    "talks talking speak speaks speaking sing sings singing wave waves waving blink blinks blinking laugh "
    "laughs laughing cry cries crying eat eats eating drink drinks drinking drive drives driving kiss kisses "
    "kissing hug hugs hugging clap nod nods nodding swim swims swimming ride rides riding fight fights "
    "fighting wink winks winking bark barks barking play plays playing spin spins spinning undress move_his "
    "move_her open_his open_her grow grows growing explode explodes exploding morph morphs"
)
"""With a picture: what its subjects would have to do. The picture stays as it is."""

PRONOUNS = "him her it them me us he she they his their"

NEGATIONS = "no without"
"""What stands right behind one of these isn't wanted, so it need not be drawn."""
