// Colour by height, soft light, contour lines. What is above the ceiling is cut away, and a grey lid closes the cut.
uniform vec3 u_curve[7];
uniform vec3 u_light;
uniform vec3 u_half;
uniform vec3 u_lid_color;
uniform vec3 u_under;
uniform vec3 u_contours;
uniform float u_lid;
varying float v_height;
varying vec3 v_normal;
varying vec2 v_place;

// How much of a pixel a line of the given width covers, where lines lie at whole numbers of value.
float line(float value, float change, float width) {
    float away = abs(fract(value - 0.5) - 0.5) / change;
    float thin = 1.0 - smoothstep(0.22, 0.5, change);
    return thin * (1.0 - smoothstep(0.5 * width - 0.6, 0.5 * width + 0.6, away));
}

void main() {
    if (u_lid > 0.5) {
        if (v_height < 1.0) discard;
        float hatch = 14.0 * (v_place.x + v_place.y);
        gl_FragColor = vec4(mix(u_lid_color, u_under, 0.45 * line(hatch, fwidth(hatch), 1.2)), 1.0);
        return;
    }
    float value = u_contours.x * v_height + u_contours.y;
    float change = max(fwidth(value), 1e-6);
    if (v_height > 1.0) discard;
    float t = clamp(v_height, 0.0, 1.0);
    vec3 color = u_curve[6];
    for (int k = 5; k >= 0; k--) color = color * t + u_curve[k];
    vec3 normal = normalize(v_normal);
    float front = gl_FrontFacing ? 1.0 : -1.0;
    normal *= front;
    float diffuse = 0.5 + 0.5 * dot(normal, u_light);
    float shine = pow(max(dot(normal, u_half), 0.0), 40.0);
    float sky = 0.5 + 0.5 * normal.z;
    color *= 0.50 + 0.46 * diffuse * diffuse + 0.20 * sky;
    float bold = line(value / u_contours.z, change / u_contours.z, 2.0);
    float drawn = max(0.42 * line(value, change, 1.15), 0.70 * bold);
    // On a sheer wall, a step of one cell, the lines would only be noise.
    color *= 1.0 - 0.75 * drawn * smoothstep(0.05, 0.16, abs(normal.z));
    color += 0.13 * shine;
    if (front < 0.0) color = mix(color, u_under, 0.45);
    gl_FragColor = vec4(color, 1.0);
}
